"""How the weights of `kg/model` are made from public corpora; needs the extra `train`, and nothing needs it."""
