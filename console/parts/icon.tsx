import type { ReactNode } from 'react';

const paths = {
  web: 'M2 8h12M8 2c2 2 2.6 4 2.6 6S10 12 8 14c-2-2-2.6-4-2.6-6S6 4 8 2ZM8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z',
  phone:
    'M3 2.500h2.600l1.200 3-1.600 1.200c.8 1.700 2 2.900 3.700 3.700l1.200-1.600 3 1.200v2.600c0 .5-.4.9-.9.9C6.900 13.300 2.500 8.900 2.200 3.400c0-.5.3-.9.8-.9Z',
  counter: 'M2 13.500h12M3.500 13.500V8h9v5.500M5.500 8V3h5v5M7 5h2',
  letter: 'M2 3.500h12v9H2ZM2.500 4.500l5.500 4 5.500-4',
  api: 'm5.500 4.500-3.500 3.500 3.500 3.500M10.500 4.500 14 8l-3.500 3.500M9 3.500l-2 9',
  lock: 'M3.500 7h9v6.500h-9ZM5.500 7V5.200a2.500 2.500 0 0 1 5 0V7',
  hidden:
    'M8 3a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5ZM3.500 13.500c.4-2.700 2-4 4.500-4s4.100 1.300 4.500 4M2.500 2.500l11 11',
  eye: 'M1.500 8S4 3.800 8 3.800 14.500 8 14.500 8 12 12.200 8 12.200 1.500 8 1.500 8ZM8 6.200a1.800 1.800 0 1 0 0 3.600 1.800 1.800 0 0 0 0-3.600Z',
  work: 'M2.500 4h11M2.500 8h11M2.500 12h7',
  wait: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM6.500 5.500v5M9.500 5.500v5',
  check: 'M2.500 8.500 6 12l7.500-8',
  send: 'M2.500 8h10M9 4l4 4-4 4',
  receive: 'M8 2.500v7M5 6.500l3 3 3-3M2.500 10v3.500h11V10',
  tool: 'm3 13 5.500-5.500M8.500 7.500a3 3 0 0 0 4-4L10.500 5.500 9 5.500 9 4l2-2a3 3 0 0 0-3.800 3.800',
  answer: 'M2.500 3h11v8h-6L4.500 13.500V11h-2Z',
  doc: 'M4 2h5.500L12.500 5v9H4ZM9.500 2v3h3M6 8h4.500M6 10.500h4.500',
  flag: 'M3.500 14V2.500h8L9.500 5.500l2 3h-8',
  all: 'M2.500 2.500h4v4h-4ZM9.500 2.500h4v4h-4ZM2.500 9.500h4v4h-4ZM9.500 9.500h4v4h-4Z',
  find: 'M7 2.800a4.200 4.200 0 1 0 0 8.400 4.200 4.200 0 0 0 0-8.400ZM10.200 10.200l3.500 3.500',
  board: 'M2.500 13.500v-5M6.200 13.500v-9M9.800 13.500V7M13.500 13.500v-11',
  procedure:
    'M6.600 1.800h2.800a1.600 1.600 0 0 1 0 3.200H6.600a1.600 1.600 0 0 1 0-3.200ZM8 5v2M8 7l3 2.300L8 11.600 5 9.300ZM8 11.600v2.600',
  pin: 'M8 14S3.500 9.800 3.500 6.500a4.500 4.500 0 0 1 9 0C12.500 9.800 8 14 8 14ZM8 5a1.500 1.500 0 1 0 0 3 1.500 1.500 0 0 0 0-3Z',
  image:
    'M2 3h12v10H2ZM2.500 11.500l3.500-3.500 3 3 2-2 2.500 2.500M10.500 4.800a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z',
  back: 'M9.500 3.500 5 8l4.500 4.500',
  forward: 'M6.500 3.500 11 8l-4.500 4.500',
  down: 'm4 6 4 4 4-4',
  close: 'm4 4 8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1 1.500H3ZM6.800 14h2.400',
  person:
    'M8 2.500a2.700 2.700 0 1 0 0 5.400 2.700 2.700 0 0 0 0-5.400ZM2.800 13.800c.5-2.900 2.300-4.300 5.200-4.300s4.700 1.400 5.200 4.300',
  pen: 'M2.800 13.200l.7-3L11 2.700l2.300 2.300-7.500 7.500ZM9.500 4.200l2.300 2.300',
  office:
    'M2.500 13.500h11M4 13.500v-11h8v11M6.500 5.500h.1M9.500 5.500h.1M6.500 8h.1M9.500 8h.1M7 13.500V11h2v2.500',
  tree: 'M6 2h4v3H6ZM2 11h4v3H2ZM10 11h4v3h-4ZM8 5v3M4 11V8h8v3',
  tag: 'M2.500 2.500h5.500l5.500 5.500-5.500 5.500L2.500 8ZM5.300 5.300h.1',
  calendar:
    'M2.500 3.500h11v10h-11ZM2.500 6.500h11M5.500 2v3M10.500 2v3M5.500 9.500h.1M8 9.500h.1M10.500 9.500h.1',
  more: 'M3.500 8h.1M8 8h.1M12.500 8h.1',
  mail: 'M2 3.500h12v9H2ZM2.500 4.500l5.500 4 5.500-4',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing; decoration unless it is given a name to be read out. */
export function Icon({ name, label }: { readonly name: IconName; readonly label?: string }): ReactNode {
  const path = <path d={paths[name]} />;
  if (label === undefined) {
    return (
      <svg className="i" viewBox="0 0 16 16" aria-hidden="true">
        {path}
      </svg>
    );
  }
  return (
    <svg className="i" viewBox="0 0 16 16" role="img" aria-label={label}>
      <title>{label}</title>
      {path}
    </svg>
  );
}

const channelIcons: Readonly<Record<string, IconName>> = {
  web: 'web',
  phone: 'phone',
  counter: 'counter',
  letter: 'letter',
  api: 'api',
  email: 'mail',
  sms: 'answer',
  wbs: 'lock',
};

export function channelIcon(channel: string): IconName {
  return channelIcons[channel] ?? 'web';
}
