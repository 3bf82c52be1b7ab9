// Both halves of pdf.js; the first has no types of its own and is imported for what it does.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
