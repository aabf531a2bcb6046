import { describe, expect, test } from 'vitest';
import { instant } from '../../kernel/instant.ts';
import type { KeptNotice } from './message.ts';
import { eventOf, faultOfWebhookUrl, isToldOf, type Webhook } from './webhook.ts';

const notice: KeptNotice = {
  id: 'one',
  topic: 'ballot',
  what: 'ballot-opened',
  modification: 'SECMP0065',
  code: 'sec',
  concerns: [{ kind: 'party', party: 'dovecote' }],
  isPublic: true,
  subject: 'SECMP0065: a vote is open',
  body: [
    { kind: 'paragraph', runs: [{ kind: 'strong', text: 'SECMP0065' }] },
    { kind: 'paragraph', runs: [{ kind: 'link', text: 'Open it', href: '/modifications/SECMP0065' }] },
  ],
  at: instant('2018-10-24T09:00:00Z'),
  until: null,
  reminds: null,
};

const webhook: Webhook = {
  id: 'w',
  url: 'https://receiver.example/',
  topics: [],
  madeAt: instant('2018-10-24T09:00:00Z'),
  madeBy: 'ada',
};

describe('a webhook', () => {
  test('is told of what it chose, and without a choice of everything', () => {
    expect(isToldOf(webhook, notice)).toBe(true);
    expect(isToldOf({ ...webhook, topics: ['version', 'ballot'] }, notice)).toBe(true);
    expect(isToldOf({ ...webhook, topics: ['version'] }, notice)).toBe(false);
  });

  test('is told of nothing that is for some alone, and of nothing from before it was made', () => {
    expect(isToldOf(webhook, { ...notice, isPublic: false })).toBe(false);
    expect(isToldOf(webhook, { ...notice, at: instant('2018-10-24T08:59:59Z') })).toBe(false);
  });

  test('is told what happened, in words, with the page it leads to and not whom it concerns', () => {
    expect(eventOf(notice, 'https://code.example')).toEqual({
      type: 'ballot.ballot-opened',
      timestamp: '2018-10-24T09:00:00.000Z',
      data: {
        id: 'one',
        modification: 'SECMP0065',
        code: 'sec',
        subject: 'SECMP0065: a vote is open',
        text: ['SECMP0065', 'Open it'],
        address: 'https://code.example/modifications/SECMP0065',
        until: null,
      },
    });
  });
});

describe('the address of a webhook', () => {
  test.each(['https://receiver.example/proviso?key=1', 'https://receiver.example:8443/', 'https://[2606:4700::1111]/'])(
    'may be %s',
    (url) => expect(faultOfWebhookUrl(url)).toBe(null),
  );

  test.each([
    ['receiver.example', /is no address/],
    ['http://receiver.example/', /is not https/],
    ['file:///etc/passwd', /is not https/],
    ['https://ada:word@receiver.example/', /names a user/],
    ['https://receiver.example/#part', /never sent/],
    ['https://127.0.0.1/', /leads to 127.0.0.1/],
    ['https://0x7f.1/', /leads to 127.0.0.1/],
    ['https://2130706433/', /leads to 127.0.0.1/],
    ['https://169.254.169.254/latest/meta-data', /leads to 169.254.169.254/],
    ['https://[::1]/', /leads to ::1/],
    ['https://[::ffff:10.0.0.1]/', /leads to ::ffff:a00:1/],
    ['https://localhost/', /leads to localhost/],
    ['https://metadata.google.internal/', /leads to metadata.google.internal/],
  ])('may not be %s', (url, why) => expect(faultOfWebhookUrl(url)).toMatch(why));
});
