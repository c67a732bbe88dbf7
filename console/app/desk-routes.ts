import { createRoute } from '@tanstack/react-router';
import { root } from './root-route.ts';
import { withTexts } from './with-texts.ts';

// Screens on which something is done with citizens rather than with cases.

export const entry = createRoute({
  getParentRoute: () => root,
  path: '/catat',
  component: withTexts(() => import('../screens/entry/entry-page.tsx'), 'EntryPage'),
});

export const calls = createRoute({
  getParentRoute: () => root,
  path: '/telepon',
  component: withTexts(() => import('../screens/calls/call-page.tsx'), 'CallPage'),
});

export const urgent = createRoute({
  getParentRoute: () => root,
  path: '/mendesak',
  component: withTexts(() => import('../screens/urgent/urgent-page.tsx'), 'UrgentPage'),
});

export const letters = createRoute({
  getParentRoute: () => root,
  path: '/surat',
  component: withTexts(() => import('../screens/letters/letters-page.tsx'), 'LettersPage'),
});

export const findReporter = createRoute({
  getParentRoute: () => root,
  path: '/cari-pelapor',
  component: withTexts(() => import('../screens/find-reporter/find-reporter-page.tsx'), 'FindReporterPage'),
});
