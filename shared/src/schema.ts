import * as z from 'zod';

// Before the first schema is made: zod probes `new Function` when an object schema is built, and the content
// security policy reports it. Hence one file that configures and re-exports; bare `zod` is banned elsewhere.
z.config({ jitless: true });
export { z };
