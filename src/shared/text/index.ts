/**
 * Every word a person reads, by the part of the product that says it. A namespace: what is built takes in only the parts
 * that it says; those of the user guide are in `guide.ts`.
 */
export * as text from './parts/index.ts'
