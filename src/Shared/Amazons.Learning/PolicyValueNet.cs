using static Qiansi.torch;

namespace Qiansi.Amazons.Learning;

/// <summary>
/// Looks at a position and says which moves are promising and how likely the side to move wins: residual blocks of convolutions with two
/// heads, as AlphaZero's (Silver et al. 2018), in small.
/// </summary>
/// <remarks>
/// A move is three squares. The policy has a plane for each (where from, where to, where the arrow), and the logit of a move is the sum of
/// its three: 3·n numbers in place of n³.
/// </remarks>
public sealed class PolicyValueNet : nn.Module<Tensor, (Tensor Policy, Tensor Value)>
{
    /// <summary>Planes of the input: own amazons, the other's, arrows, and ones, by which the border is seen.</summary>
    internal const int Planes = 4;

    private readonly nn.Module<Tensor, Tensor> first, policy, value;
    private readonly Modules.ModuleList<nn.Module<Tensor, Tensor>> blocks;

    /// <summary>A net with weights by chance; <c>torch.manual_seed</c> makes them the same again.</summary>
    /// <param name="size">Of the board's sides.</param>
    /// <param name="channels">Of each convolution.</param>
    /// <param name="depth">Residual blocks, of two convolutions each.</param>
    public PolicyValueNet(int size = 6, int channels = 32, int depth = 3) : base(nameof(PolicyValueNet))
    {
        Size = size;
        first = nn.Sequential(nn.Conv2d(Planes, channels, 3, padding: 1), nn.ReLU());
        blocks = nn.ModuleList<nn.Module<Tensor, Tensor>>([.. Enumerable.Range(0, depth).Select(_ => nn.Sequential(
            nn.Conv2d(channels, channels, 3, padding: 1), nn.ReLU(), nn.Conv2d(channels, channels, 3, padding: 1)))]);
        policy = nn.Conv2d(channels, 3, 1);
        value = nn.Sequential(
            nn.Conv2d(channels, 2, 1), nn.ReLU(), nn.Flatten(), nn.Linear(2 * size * size, channels), nn.ReLU(), nn.Linear(channels, 1));
        RegisterComponents();
    }

    /// <summary>Columns and rows of the boards it plays on.</summary>
    public int Size { get; }

    /// <summary>Logits of the squares (N, 3, size²) and of winning (N), of planes (N, 4, size, size).</summary>
    public override (Tensor Policy, Tensor Value) forward(Tensor x)
    {
        x = first.call(x);
        foreach (var block in blocks) x = nn.functional.relu(x + block.call(x));
        return (policy.call(x).flatten(2), value.call(x).flatten());
    }

    /// <summary>What the net says of positions.</summary>
    /// <returns>Logits of the squares, 3·size² for each position, and the chance of the side to move.</returns>
    internal (float[] Logits, float[] Chances) Evaluate(IReadOnlyList<Board> boards)
    {
        using var mode = no_grad();
        using var scope = NewDisposeScope();
        var (logits, chances) = call(Encoding.Planes(boards, Size));
        return (logits.data<float>().ToArray(), chances.sigmoid().data<float>().ToArray());
    }
}
