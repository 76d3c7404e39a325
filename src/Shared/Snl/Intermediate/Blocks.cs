namespace Qiansi.Snl.Intermediate;

/// <summary>Basic blocks: stretches that are entered at their first instruction and left at their last.</summary>
internal static class Blocks
{
    public static List<Block> Of(List<Quad> code)
    {
        var starts = new List<int>();
        for (var i = 0; i < code.Count; i++)
        {
            if (i == 0 || code[i].Op == IrOp.Label || code[i - 1].IsJump || code[i - 1].EndsFlow) starts.Add(i);
        }

        var blocks = starts.Select((s, b) => new Block((s, b + 1 < starts.Count ? starts[b + 1] : code.Count))).ToList();
        var ofLabel = new Dictionary<int, int>();
        for (var b = 0; b < blocks.Count; b++)
        {
            if (code[blocks[b].Range.Start] is { Op: IrOp.Label } label) ofLabel[label.Offset] = b;
        }

        for (var b = 0; b < blocks.Count; b++)
        {
            var last = code[blocks[b].Range.End - 1];
            if (last.IsJump) blocks[b].Next.Add(ofLabel[last.Offset]);
            if (!last.EndsFlow && b + 1 < blocks.Count) blocks[b].Next.Add(b + 1);
        }

        return blocks;
    }

    /// <summary>A block: its instructions, and the blocks that may follow.</summary>
    public sealed record Block((int Start, int End) Range)
    {
        public List<int> Next { get; } = [];
    }
}
