"""A chip whose side of PACE is libeac: a command APDU a line in, an answer a line out, in hex."""
import ctypes
import sys

SECRET_CAN = 2
OK = b"\x90\x00"


class Buffer(ctypes.Structure):
    _fields_ = [
        ("length", ctypes.c_size_t),
        ("data", ctypes.c_void_p),
        ("max", ctypes.c_size_t),
        ("flags", ctypes.c_ulong),
    ]


def buffer(data):
    held = ctypes.create_string_buffer(data, len(data))
    made = Buffer(len(data), ctypes.cast(held, ctypes.c_void_p), len(data), 0)
    made.held = held
    return made


def load():
    lib = ctypes.CDLL("libeac.so.3")
    lib.EAC_CTX_new.restype = ctypes.c_void_p
    lib.PACE_SEC_new.restype = ctypes.c_void_p
    lib.PACE_SEC_new.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_int]
    lib.EAC_CTX_init_ef_cardaccess.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_void_p]
    makers = {
        "PACE_STEP1_enc_nonce": [ctypes.c_void_p, ctypes.c_void_p],
        "PACE_STEP3A_generate_mapping_data": [ctypes.c_void_p],
        "PACE_STEP3B_generate_ephemeral_key": [ctypes.c_void_p],
        "PACE_STEP3D_compute_authentication_token": [ctypes.c_void_p, ctypes.POINTER(Buffer)],
    }
    for name, arguments in makers.items():
        getattr(lib, name).restype = ctypes.POINTER(Buffer)
        getattr(lib, name).argtypes = arguments
    for name in (
        "PACE_STEP3A_map_generator",
        "PACE_STEP3B_compute_shared_secret",
        "PACE_STEP3D_verify_authentication_token",
    ):
        getattr(lib, name).argtypes = [ctypes.c_void_p, ctypes.POINTER(Buffer)]
    lib.PACE_STEP2_dec_nonce.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.POINTER(Buffer)]
    lib.PACE_STEP3C_derive_keys.argtypes = [ctypes.c_void_p]
    lib.EAC_init()
    return lib


def tlv(tag, value):
    size = len(value)
    if size < 0x80:
        return bytes([tag, size]) + value
    if size < 0x100:
        return bytes([tag, 0x81, size]) + value
    return bytes([tag, 0x82, size >> 8, size & 0xFF]) + value


def inner(data):
    """The one object inside 7C: its tag and value."""
    def step(data):
        at, length = 2, data[1]
        if length >= 0x80:
            at, length = 2 + length - 0x80, int.from_bytes(data[2 : 2 + length - 0x80], "big")
        return data[0], data[at : at + length]

    value = step(data)[1]
    return step(value) if value else (None, b"")


class Chip:
    def __init__(self, card_access, can):
        self.lib = load()
        self.context = self.lib.EAC_CTX_new()
        self.card_access = card_access
        if not self.lib.EAC_CTX_init_ef_cardaccess(card_access, len(card_access), self.context):
            raise SystemExit("libeac does not take the EF.CardAccess")
        self.secret = self.lib.PACE_SEC_new(can, len(can), SECRET_CAN)

    def made(self, pointer):
        return ctypes.string_at(pointer.contents.data, pointer.contents.length)

    def answer(self, apdu):
        ins = apdu[1]
        if ins == 0xA4:
            return OK
        if ins == 0xB0:
            at, expected = apdu[2] * 256 + apdu[3], apdu[4] or 256
            return self.card_access[at : at + expected] + OK
        if ins == 0x22:
            return OK
        if ins == 0x86:
            extended = apdu[4] == 0
            start = 7 if extended else 5
            length = int.from_bytes(apdu[5:7], "big") if extended else apdu[4]
            return self.authenticate(*inner(apdu[start : start + length]))
        return b"\x6d\x00"

    def authenticate(self, tag, value):
        lib, context = self.lib, self.context
        if tag is None:
            nonce = self.made(lib.PACE_STEP1_enc_nonce(context, self.secret))
            lib.PACE_STEP2_dec_nonce(context, self.secret, buffer(nonce))
            return tlv(0x7C, tlv(0x80, nonce)) + OK
        if tag == 0x81:
            data = self.made(lib.PACE_STEP3A_generate_mapping_data(context))
            if not lib.PACE_STEP3A_map_generator(context, buffer(value)):
                return b"\x6a\x80"
            return tlv(0x7C, tlv(0x82, data)) + OK
        if tag == 0x83:
            self.theirs = value
            ours = self.made(lib.PACE_STEP3B_generate_ephemeral_key(context))
            if not lib.PACE_STEP3B_compute_shared_secret(context, buffer(value)):
                return b"\x6a\x80"
            return tlv(0x7C, tlv(0x84, ours)) + OK
        lib.PACE_STEP3C_derive_keys(context)
        token = self.made(lib.PACE_STEP3D_compute_authentication_token(context, buffer(self.theirs)))
        if lib.PACE_STEP3D_verify_authentication_token(context, buffer(value)) != 1:
            return b"\x63\x00"
        return tlv(0x7C, tlv(0x86, token)) + OK


chip = Chip(bytes.fromhex(sys.argv[1]), sys.argv[2].encode())
for line in sys.stdin:
    print(chip.answer(bytes.fromhex(line)).hex(), flush=True)
