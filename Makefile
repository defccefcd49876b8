# Two commands matter: `make demo` and `make test`. Both install what is missing and say what they do.
# ENGINES chooses browsers for the tests: "chromium webkit" unless told otherwise; ENGINES=all adds Firefox.

.DEFAULT_GOAL := help
.PHONY: help demo test bench dist audit clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16

demo: ## build the demo, serve it and print its address
	@tests/tools/demo.sh

test: ## run every test: native, browser, end to end
	@tests/tools/test.sh

bench: ## measure speed in Chromium
	@tests/tools/bench.sh

dist: ## build dist/, the files a host takes, and print their sizes
	@tests/tools/dist.sh

audit: ## check the licences, sources and advisories of dependencies
	@tests/tools/audit.sh

clean: ## remove what was built, keep what was installed
	rm -rf dist target tests/out
