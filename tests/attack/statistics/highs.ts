import loader from 'highs';

// Its types describe the CommonJS build, in which the function stands one step deeper than in the module that is loaded.
const load = loader as unknown as (typeof loader)['default'];

/** Linear and integer programmes in CPLEX's text format (https://ergo-code.github.io/HiGHS, MIT). In tests only. */
export const highs = await load();
