// Who may import whom (ARCHITECTURE.md). domain <- platform <- features <- channels, site <- main.
// Type-only imports count as well: a type is knowledge, too.

const TEST = '\\.test\\.tsx?$';

/** A layer of src/ sees itself and what is named; its tests may use test/support and their neighbours. */
const layer = (from, may) => ({
  name: `${from}-boundary`,
  comment: `src/${from} may import ${[from, ...may].join(', ')} and nothing else of src/`,
  severity: 'error',
  from: { path: `^src/${from}/`, pathNot: TEST },
  to: { path: '^src/', pathNot: [from, ...may].map((name) => `^src/${name}/`) },
});

const OUTSIDE = [
  'core',
  'npm',
  'npm-dev',
  'npm-optional',
  'npm-peer',
  'npm-bundled',
  'npm-no-pkg',
  'npm-unknown',
];

module.exports = {
  forbidden: [
    layer('domain', []),
    layer('platform', ['domain/shared']),
    layer('features', ['domain', 'platform']),
    layer('channels', ['domain', 'platform', 'features']),
    layer('site', ['domain', 'platform', 'features']),
    {
      name: 'domain-is-pure',
      comment: 'the part that must be provable: no I/O and no npm, Temporal excepted',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: TEST },
      to: { dependencyTypes: OUTSIDE, pathNot: 'node_modules/temporal-polyfill/' },
    },
    {
      name: 'feature-by-index',
      comment: 'a feature is imported through its index.ts or its contract.ts',
      severity: 'error',
      from: { path: '^src/(?!main/)[^/]+/([^/]+)', pathNot: [TEST, '/contract[-a-z]*\\.ts$'] },
      to: {
        path: '^src/features/',
        pathNot: ['^src/features/$1/', '^src/features/[^/]+/(index|contract[-a-z]*)\\.ts$'],
      },
    },
    {
      name: 'contract-by-contract',
      comment: 'the console bundles contracts: the domain, other contracts and the words of schemas only',
      severity: 'error',
      from: { path: '^src/features/[^/]+/contract[-a-z]*\\.ts$' },
      to: {
        path: '^src/',
        pathNot: [
          '^src/domain/',
          '^src/features/[^/]+/contract[-a-z]*\\.ts$',
          '^src/platform/http/schema\\.ts$',
        ],
      },
    },
    {
      name: 'schema-words-alone',
      comment: 'bundled by the console through the contracts',
      severity: 'error',
      from: { path: '^src/platform/http/schema\\.ts$' },
      to: { path: '^src/', pathNot: '^src/domain/shared/' },
    },
    {
      name: 'channels-apart',
      comment: 'the case does not know its channel, and no channel knows another',
      severity: 'error',
      from: { path: '^src/channels/([^/]+)/', pathNot: TEST },
      to: { path: '^src/channels/[^/]+/', pathNot: '^src/channels/$1/' },
    },
    {
      name: 'site-without-sql',
      comment: 'citizen pages ask features; they hold no store and no query',
      severity: 'error',
      from: { path: '^src/site/', pathNot: TEST },
      to: { path: ['^src/platform/(db|jobs)/', '/store\\.ts$', 'node_modules/(pg|kysely)/'] },
    },
    {
      name: 'islands-apart',
      comment: 'what runs in the citizen browser is 10 kB in all: no npm, nothing of the server',
      severity: 'error',
      from: { path: '^src/site/islands/', pathNot: TEST },
      to: { pathNot: ['^src/site/islands/', '^src/domain/shared/'] },
    },
    {
      name: 'console-by-contract',
      comment: 'the staff app sees contracts, the pure domain and the shared design tokens',
      severity: 'error',
      from: { path: '^console/', pathNot: TEST },
      to: {
        path: '^(src|seeds|test|scripts)/',
        pathNot: ['^src/domain/', '^src/features/[^/]+/contract[-a-z]*\\.ts$', '^src/site/[^/]+\\.css$'],
      },
    },
    {
      name: 'main-is-last',
      comment: 'main wires everything; nothing in src is wired to main',
      severity: 'error',
      from: { path: '^(src/(?!main/)|console/)', pathNot: TEST },
      to: { path: '^src/main/' },
    },
    {
      name: 'src-without-tests',
      comment: 'what ships does not lean on tests, the console or scripts (main builds and seeds)',
      severity: 'error',
      from: { path: '^src/(?!main/)', pathNot: TEST },
      to: { path: '^(test|console|scripts|seeds)/|\\.test\\.tsx?$' },
    },
    {
      name: 'src-without-dev-packages',
      comment: 'src runs after `npm ci --omit=dev`',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'an import that leads nowhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-folder-cycle',
      comment: 'features form an acyclic graph as folders, not only as files',
      severity: 'error',
      scope: 'folder',
      from: { path: '^src/features/[^/]+$' },
      to: { path: '^src/features/[^/]+$', circular: true },
    },
  ],
  options: {
    // Tests may look anywhere; what they import is no knowledge of the code that ships.
    exclude: { path: ['\\.test\\.tsx?$', '\\.fixture\\.tsx?$', '^test/', '^(dist|data|build)/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
