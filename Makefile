# What can be done here: `make help`. Everything works on a fresh Debian 12 with Swift in /opt/swift or on the PATH.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

export PATH := $(PATH):/opt/swift/usr/bin

PREFIX ?= /usr/local
# More words for the command that a target runs: make evaluate ARGS="--only polnear", make test ARGS="--filter Speech"
ARGS ?=
RELEASE := .build/release/stemma
# One set of flags for every release build, so that all share their products. The Swift runtime goes into the program: it
# starts faster and runs where no Swift is.
RELEASE_FLAGS := -c release --static-swift-stdlib

.PHONY: help setup demo test lint evaluate bench fuzz release man install clean

help: ## List the targets
	@grep -E '^[a-z]+:.*## ' Makefile | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

setup: ## Install system packages and check the Swift toolchain; quick when all is there
	@Scripts/setup.sh

release: setup ## Build the command: .build/release/stemma
	@swift build $(RELEASE_FLAGS) --product stemma

demo: release ## Compare the examples on the terminal, and as a page in out/demo.html
	@$(RELEASE) models fetch english minilm multilingual || echo "Going on with the models that are there."
	@$(RELEASE) compare Examples/*.txt
	@mkdir -p out
	@$(RELEASE) compare --format html --output out/demo.html Examples/*.txt
	@echo "The same as a page, side by side: out/demo.html"

test: setup ## Run all tests
	@swift test $(ARGS)

lint: setup ## Check formatting and style
	@Scripts/lint.sh

evaluate: release ## Measure quality on ../shared and hold it to Evaluation/floors.json
	@swift build $(RELEASE_FLAGS) --product stemma-features
	@python3 Evaluation/evaluate.py --stemma $(RELEASE) $(ARGS)

bench: release ## Measure speed and memory, and hold them to Benchmarks/limits.json
	@swift build $(RELEASE_FLAGS) --package-path Benchmarks --product stemma-bench
	@Benchmarks/.build/release/stemma-bench $(ARGS)

fuzz: setup ## Fuzz everything that reads untrusted text, a minute each
	@SWIFT_BACKTRACE=enable=no Fuzz/run.sh $(or $(SECONDS_EACH),60)

man: setup ## Write the man page and shell completions: out/man, out/completions
	@Scripts/man.sh

install: release man ## Install command, man page and completions below PREFIX (/usr/local)
	@install -D -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/stemma
	@install -D -m 644 out/man/stemma.1 $(DESTDIR)$(PREFIX)/share/man/man1/stemma.1
	@install -D -m 644 out/completions/stemma.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/stemma
	@install -D -m 644 out/completions/_stemma $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_stemma
	@install -D -m 644 out/completions/stemma.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/stemma.fish
	@echo "Installed $(DESTDIR)$(PREFIX)/bin/stemma"

clean: ## Remove build products and outputs
	@rm -rf .build out Benchmarks/.build Fuzz/.build
