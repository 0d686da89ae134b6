#include "base/free_memory.hpp"

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

namespace fabula {

void give_back_large_blocks() {
#ifdef M_MMAP_THRESHOLD
  constexpr int kLargeBlock = 1 << 20;
  mallopt(M_MMAP_THRESHOLD, kLargeBlock);
#endif
}

void give_back_free_memory() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

}  // namespace fabula
