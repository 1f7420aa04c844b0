// verdict: all=not_built
// rest: none
// whole: @BYTES(200a0a)@
// Nothing but white space.
