// Memory that was freed goes back to the system at the end of a step that needed much for a while:
// else it stays with the process, in pieces that the next step may not fit into.
#pragma once

namespace fabula {

// Blocks of a megabyte and more go back by themselves as soon as they are freed. Asked for once.
void give_back_large_blocks();

// Cost: some milliseconds a gigabyte.
void give_back_free_memory();

}  // namespace fabula
