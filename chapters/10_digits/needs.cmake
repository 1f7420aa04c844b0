# What this chapter's executable needs besides its own files: tests/cmake/Chapter.cmake.
set(CHAPTER_USES 05_activations 06_initialization 07_optimizers 08_losses)
set(CHAPTER_DATA digits.csv)
set(CHAPTER_LIBRARIES ${PNG_LIBRARY})
