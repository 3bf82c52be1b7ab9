// pdf.js takes a worker in which it finds itself for its own and answers its messages, unless there is a window. This worker
// is ours, and both halves of pdf.js run in it. To be imported before them.
Object.assign(globalThis, { window: globalThis });
