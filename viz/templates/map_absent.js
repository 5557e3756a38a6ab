/* A page written without the map: no lens, no key, and links to it are ignored. */
const FreeMap = null;
