package acquaint.memory.serve;

import acquaint.memory.MemoryException;

/** One dialect's requests and answers. */
interface Api {

    Answer answer(Request request) throws MemoryException, InterruptedException;
}
