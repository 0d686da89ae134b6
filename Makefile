# make demo              installs what is needed, builds, works out the story of examples/weir
# make demo PILE=folder  the same for a folder of your own
# make test              installs what is needed, builds, runs every test
PILE ?= examples/weir
JOBS ?= $(shell nproc)

.PHONY: demo test build format

demo:
	@tools/setup build
	@cmake --preset release -DFABULA_TESTS=OFF -DFABULA_EVAL=OFF -B build/demo >/dev/null
	@cmake --build build/demo --target fabula -j $(JOBS)
	@tools/demo build/demo/fabula "$(PILE)"

build:
	@cmake --preset release >/dev/null
	@cmake --build --preset release -j $(JOBS)

test:
	@tools/setup test
	@tools/test

format:
	@clang-format-19 -i $$(git ls-files '*.cpp' '*.hpp')
