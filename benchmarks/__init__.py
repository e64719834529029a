"""Quality on the development corpora, speed and memory: `python -m benchmarks [CORPORA]`."""
