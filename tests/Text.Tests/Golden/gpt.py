"""Losses of a small GPT in PyTorch, 50 steps of AdamW from torch.manual_seed(7): /usr/bin/python3 gpt.py > gpt.txt

Made with torch 1.13.1 on one thread. The model is that of GptTests.cs: pre-norm blocks, heads in one product, learned places.
"""
import torch
from torch import nn
from torch.nn import functional as F

torch.set_num_threads(1)
VOCABULARY, CONTEXT, WIDTH, HEADS, LAYERS, BATCH = 31, 24, 32, 4, 3, 8


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.parts, self.mix = nn.Linear(WIDTH, 3 * WIDTH, bias=False), nn.Linear(WIDTH, WIDTH)

    def forward(self, x):
        b, t, c = x.shape
        q, k, v = (y.view(b, t, HEADS, -1).transpose(1, 2) for y in self.parts(x).chunk(3, 2))
        scores = q @ k.transpose(-2, -1) / (c // HEADS) ** 0.5
        scores = scores.masked_fill(torch.ones(t, t, dtype=torch.bool).triu(1), float("-inf"))
        return self.mix((scores.softmax(-1) @ v).transpose(1, 2).flatten(2))


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm1, self.attention, self.norm2 = nn.LayerNorm(WIDTH), Attention(), nn.LayerNorm(WIDTH)
        self.mlp = nn.Sequential(nn.Linear(WIDTH, 4 * WIDTH), nn.GELU(), nn.Linear(4 * WIDTH, WIDTH))

    def forward(self, x):
        x = x + self.attention(self.norm1(x))
        return x + self.mlp(self.norm2(x))


class Gpt(nn.Module):
    def __init__(self):
        super().__init__()
        self.tokens, self.places = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(CONTEXT, WIDTH)
        self.blocks = nn.Sequential(*(Block() for _ in range(LAYERS)))
        self.norm, self.head = nn.LayerNorm(WIDTH), nn.Linear(WIDTH, VOCABULARY)

    def forward(self, x):
        return self.head(self.norm(self.blocks(self.tokens(x) + self.places(torch.arange(x.shape[1])))))


torch.manual_seed(7)
net = Gpt()
adam = torch.optim.AdamW(net.parameters(), 0.003)
# A text with something to learn: each token is the sum of the two before it, or anything.
text = [1, 2]
noise = torch.randint(0, 3 * VOCABULARY, (2000,)).tolist()
for n in noise:
    text.append(n if n < VOCABULARY else (text[-1] + text[-2]) % VOCABULARY)
text = torch.tensor(text)
for _ in range(50):
    places = torch.randint(0, len(text) - CONTEXT, (BATCH, 1)) + torch.arange(CONTEXT)
    loss = F.cross_entropy(net(text[places]).flatten(0, 1), text[places + 1].flatten())
    adam.zero_grad()
    loss.backward()
    adam.step()
    print(f"{loss.item():.6f}")
