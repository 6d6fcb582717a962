import { describe, expect, it } from 'vitest'
import { readConfig, StartError } from './config.ts'

const sandbox = { MITID_ENV: 'sandbox', DATABASE_URL: 'postgres://x/y', MITID_KEYS: 'keys' }
const production = {
  ...sandbox,
  MITID_ENV: 'production',
  ORIGIN_SIGN_IN: 'https://login.example',
  ORIGIN_APP: 'https://app.example',
  ORIGIN_CITIZEN: 'https://www.example',
  ORIGIN_DESK: 'https://desk.example',
}

describe('configuration', () => {
  it('PORT_BASE moves every port and origin', () => {
    const config = readConfig({ ...sandbox, PORT_BASE: '4100' })
    expect(config.ports).toEqual({ oidc: 4101, phone: 4102, citizen: 4103, desk: 4104 })
    expect(config.origins.oidc).toBe('http://localhost:4101')
    expect(config.smtpUrl).toBe('smtp://127.0.0.1:4125')
  })
  it('what is missing or wrong is named in one sentence', () => {
    const refused = (environment: Record<string, string>) => () => readConfig(environment)
    expect(refused({ MITID_ENV: 'sandbox', MITID_KEYS: 'keys' })).toThrow(
      'DATABASE_URL is not set.',
    )
    expect(refused({ ...sandbox, EDGES: 'oidc,moon' })).toThrow(/EDGES is not right/u)
    expect(refused({ ...sandbox, PORT_BASE: 'high' })).toThrow(/PORT_BASE is not right/u)
    expect(refused({ ...sandbox, ORIGIN_APP: 'https://app.example/path' })).toThrow(/ORIGIN_APP/u)
    expect(refused({ ...sandbox, PORT_BASE: 'high' })).toThrow(StartError)
  })
  it('native apps are named with the certificate that they are signed under', () => {
    const signer = Array.from({ length: 32 }, () => 'A7').join(':')
    const apps = (ANDROID_APP: string) => readConfig({ ...sandbox, ANDROID_APP }).androidApps
    expect(readConfig(sandbox).androidApps).toEqual([])
    expect(apps(`org.example.mitid/${signer}, org.example.old/${signer}`)).toEqual([
      { packageName: 'org.example.mitid', signer },
      { packageName: 'org.example.old', signer },
    ])
    for (const wrong of [
      'org.example.mitid',
      `mitid/${signer}`,
      `org.example.mitid/${signer}:A7`,
      `org.example.mitid/${signer.toLowerCase()}`,
      `org.example.mitid/${signer}/more`,
    ])
      expect(() => apps(wrong)).toThrow(/ANDROID_APP is not right/u)
  })
  it('an empty variable counts as not set', () => {
    expect(readConfig({ ...sandbox, EDGES: '' }).edges).toHaveLength(4)
  })
  it('production is the default and starts with https and a host for each edge only', () => {
    expect(readConfig({ ...production, MITID_ENV: '' }).environment).toBe('production')
    expect(() => readConfig({ ...production, ORIGIN_DESK: 'http://desk.example' })).toThrow(
      'In production ORIGIN_DESK must be an https:// origin.',
    )
    expect(() => readConfig({ ...production, ORIGIN_DESK: 'https://login.example:8443' })).toThrow(
      'In production ORIGIN_DESK and ORIGIN_SIGN_IN must have different hosts.',
    )
  })
  it('proxies are addresses or networks, and are named where a server listens beyond loopback', () => {
    const proxies = (PROXIES: string) => readConfig({ ...production, PROXIES }).proxies
    expect(readConfig(production).proxies).toEqual(['127.0.0.0/8', '::1'])
    expect(proxies('10.0.0.1, 10.1.0.0/16,fd00::/8')).toEqual([
      '10.0.0.1',
      '10.1.0.0/16',
      'fd00::/8',
    ])
    expect(proxies('none')).toEqual([])
    for (const wrong of ['proxy.example', '10.0.0.0/33', '10.0.0.1/8/8', '10.0.0.1/', 'none,::1'])
      expect(() => proxies(wrong)).toThrow(/PROXIES is not right/u)
    expect(() => readConfig({ ...production, HOST: '0.0.0.0' })).toThrow(/^PROXIES is not set/u)
    expect(
      readConfig({ ...production, HOST: '0.0.0.0', PROXIES: '10.0.0.1' }).proxies,
    ).toHaveLength(1)
  })
})
