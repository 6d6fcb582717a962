"""The passport of vsmartcard-vpicc: a command APDU a line in, an answer a line out, in hex.

The program itself was written for an older Python and asks a person for the passport's data, so its
card is put together here. It speaks to a package that Debian has under another name.
"""
import sys
import types

sys.path.insert(0, "/usr/lib/python3/site-packages/virtualsmartcard")

from Cryptodome.Cipher import AES, ARC4, DES, DES3
from Cryptodome.Hash import HMAC, SHA1

named = {
    "Crypto": {},
    "Crypto.Cipher": {"AES": AES, "ARC4": ARC4, "DES": DES, "DES3": DES3},
    "Crypto.Hash": {"HMAC": HMAC, "SHA": SHA1},
}
for name, members in named.items():
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(members)

import virtualsmartcard.CryptoUtils as crypto
from virtualsmartcard.cards.ePass import PassportSAM
from virtualsmartcard.SmartcardFilesystem import DF, MF, TransparentStructureEF
from virtualsmartcard.VirtualSmartcard import Iso7816OS

crypto.operation_on_string = lambda one, other, run: bytes(map(run, one, other))

root = MF()
application = DF(parent=root, fid=4, dfname=b"\xa0\x00\x00\x02G\x10\x01", bertlv_data=[])
zone = b"\x61\x5b\x5f\x1f\x58" + sys.argv[1].encode()
application.append(
    TransparentStructureEF(parent=application, fid=0x0101, filedescriptor=0, data=zone)
)
root.append(application)
card = Iso7816OS(root, PassportSAM(root))
for line in sys.stdin:
    print(card.execute(bytes.fromhex(line)).hex(), flush=True)
