/**
 * The log: what happened and where, one JSON line each. Only fields named here are written of a
 * request or an error, so that no secret, no query and no personal data gets in by accident.
 */
import { pino, type DestinationStream, type Logger } from 'pino'
import type { Config } from './config.ts'

export function openLog(
  level: Config['logLevel'],
  destination: DestinationStream = pino.destination({ dest: 2, sync: false }),
): Logger {
  return pino(
    {
      level,
      base: null,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: faultOf, req: () => undefined, res: () => undefined },
      redact: {
        paths: ['*.authorization', '*.cookie', '*.code', '*.pin', '*.password', '*.cpr', '*.token'],
        remove: true,
      },
    },
    destination,
  )
}

/**
 * The place of a fault, never its message: messages of databases and parsers quote the values
 * they choked on. The database's own five-character code (SQLSTATE) says what kind it was.
 */
function faultOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error }
  const { code } = error as { code?: unknown }
  return {
    name: error.name,
    ...(typeof code === 'string' ? { state: code } : {}),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 8),
    ...(error.cause === undefined ? {} : { cause: faultOf(error.cause) }),
  }
}
