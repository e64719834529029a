"""The network: a small encoder that labels the words of a paragraph, run by onnxruntime on one thread of the CPU.

What it can say stands in `inventory`, how words become numbers in `pieces`, what the tables say of them in `hints`, how
scores become labels in `decode`; the weights are made by `training/` and described in `data/MODEL_CARD.md`. Training
uses these same modules.
"""
