// Who may import whom; a folder promises nothing until a tool refuses. Run by npm test (bin/check-dependencies.mjs).
const infra = '(db|http|queue|llm)'
const doors = ['^api/[^/]+/(commands|queries)(/|\\.ts$)', '^api/[^/]+/schema\\.ts$']
const tests = '\\.test\\.tsx?$'
// The two files that put the rooms together into a process.
const wiring = ['^api/server\\.ts$', '^workers/start\\.ts$']
/** @type {(name: string, comment: string, from: object, to: object) => { name: string, comment: string, severity: string, from: object, to: object }} */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    rule(
      'api-is-the-bottom',
      'The domain knows no channel and no worker: put the call in bot/ or workers/.',
      { path: '^api/', pathNot: [...wiring, tests] },
      { path: '^(bot|workers|liff|scenarios)/' },
    ),
    rule(
      'bot-is-below-workers',
      'A worker calls the bot, never the other way round.',
      { path: '^bot/', pathNot: tests },
      { path: '^(workers|liff|scenarios)/' },
    ),
    rule(
      'a-module-has-a-front-door',
      'Another module is its commands, queries and schema, never its tables.',
      // The audit makes the seals of activities again: it needs the very function that made them (its rule is the next but one). llm is bound below.
      { path: '^(?:api/(?!audit/|llm/)([^/]+)/|workers/)', pathNot: [...wiring, tests] },
      { path: '^api/[^/]+/', pathNot: ['^api/$1/', `^api/${infra}/`, ...doors] },
    ),
    rule(
      'a-module-has-a-front-door-for-the-bot',
      'A module is its commands, queries and schema, never its tables.',
      { path: '^bot/', pathNot: [...wiring, tests] },
      // Dialogues read answers ("next Friday", "four of us") with the grammars that triage reads messages with, and a reply by what replies taught it: pure functions.
      {
        path: '^api/[^/]+/',
        pathNot: [
          `^api/${infra}/`,
          ...doors,
          '^api/triage/slots/',
          '^api/triage/understanding\\.ts$',
          '^api/triage/replies/queries\\.ts$',
        ],
      },
    ),
    rule(
      'the-audit-reads-seals',
      'Beside the front doors the audit knows how a seal is made, and nothing else.',
      { path: '^api/audit/', pathNot: tests },
      { path: '^api/[^/]+/', pathNot: ['^api/audit/', `^api/${infra}/`, ...doors, '^api/activities/chain\\.ts$'] },
    ),
    rule(
      'infra-knows-no-module',
      'db, http, queue and llm serve every module and know none.',
      { path: `^api/${infra}/`, pathNot: tests },
      // What is masked before it leaves is found by the grammars that triage reads messages with: pure functions.
      { path: '^api/[^/]+/', pathNot: [`^api/${infra}/`, '^api/triage/slots/'] },
    ),
    rule(
      'dialogues-know-no-channel',
      'Say it as a neutral message; the channel renders it.',
      { path: '^bot/(dialogues|conversation|staff|groups|copy)/', pathNot: tests },
      { path: '^bot/(line|whatsapp)/' },
    ),
    rule(
      'words-know-no-turn',
      'What words say is told from the words alone: what is done with them stands in bot/conversation/ or bot/dialogues/.',
      { path: '^bot/conversation/words/', pathNot: tests },
      {
        path: '^(bot/(conversation|dialogues|staff|groups|notices)/|api/[^/]+/(commands|queries))',
        pathNot: ['^bot/conversation/words/', '^bot/conversation/questions\\.ts$'],
      },
    ),
    rule(
      'channels-are-strangers',
      'What two channels share is neutral: bot/messages.ts.',
      { path: '^bot/(line|whatsapp)/' },
      { path: '^bot/(line|whatsapp)/', pathNot: '^bot/$1/' },
    ),
    rule(
      'the-desk-knows-no-simulator',
      'It stands in for the outside: the desk reaches it by a base URL, like the real platform.',
      { path: '^(api|bot|workers)/', pathNot: [...wiring, tests, '^bot/simulator/'] },
      { path: '^bot/simulator/' },
    ),
    rule(
      'liff-speaks-http',
      'A page calls the API and may import types of a schema.',
      { path: '^liff/' },
      { path: '^(api|bot|workers)/', pathNot: '^api/[^/]+/schema\\.ts$' },
    ),
    rule(
      'liff-types-only',
      'Import the type, not the zod schema.',
      { path: '^liff/' },
      { path: '^api/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'simulator-page-speaks-http',
      'It runs in a browser: nothing of the desk comes with it but types of the simulator.',
      { path: '^bot/simulator/page/' },
      { path: '^(api|bot|workers)/', pathNot: '^bot/simulator/' },
    ),
    rule(
      'simulator-page-types-only',
      'Import the type, not the server.',
      { path: '^bot/simulator/page/' },
      { path: '^bot/simulator/', pathNot: '^bot/simulator/page/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'one-door-to-knex',
      'Go through ctx.trx and models.',
      // BullMQ's own Postgres backend takes a pool of pg.
      { pathNot: ['^(api/db/|api/queue/postgres\\.ts$|migrations/|seeds/|scenarios/|bench/|test/|knexfile)', tests] },
      { path: 'node_modules/(knex|pg)/' },
    ),
    rule(
      'one-door-to-bullmq',
      'Use api/queue.',
      { pathNot: ['^(api/queue/|workers/worker\\.ts$|bench/|test/)', tests] },
      { path: 'node_modules/bullmq/' },
    ),
    rule(
      'one-door-to-line-and-twilio',
      'Only the channel folders talk to LINE and Twilio.',
      { pathNot: '^(bot/(line|whatsapp|simulator)/|bench/|test/)' },
      { path: 'node_modules/(@line/bot-sdk|twilio)/' },
    ),
    rule(
      'one-door-to-language-models',
      'Ask through api/llm: it keeps the time, the money and what may leave the house.',
      { pathNot: '^api/llm/' },
      { path: 'node_modules/(openai|@google/generative-ai)/' },
    ),
    rule(
      'no-cycles',
      'Two files that need each other are one idea or hide a third.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule('no-test-imports', 'Share through factories, not through a test.', {}, { path: tests }),
    rule(
      'the-desk-runs-without-its-tests',
      'What runs in production stands in a room of its own.',
      { path: '^(api|bot|workers|liff|migrations|seeds)/', pathNot: tests },
      { path: '^(test|bench|scenarios)/' },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules/(?!knex|pg|bullmq|@line|twilio|openai|@google)' },
  },
}
