using System.Text;

namespace Qiansi.Text;

/// <summary>GPT-2's file of merges: a line of version, then two tokens a line under the names of their bytes.</summary>
internal static class MergesFile
{
    public static BytePairTokenizer Read(string path)
    {
        var tokens = new Dictionary<string, int>();
        foreach (var b in ByteNames.Bytes) tokens.Add(ByteNames.NameOf([b]), tokens.Count);
        var merges = new List<BytePairMerge>();
        foreach (var (index, line) in File.ReadLines(path, Encoding.UTF8).Index())
        {
            if (line.Length == 0 || (index == 0 && line.StartsWith("#version", StringComparison.Ordinal))) continue;
            var parts = line.Split(' ');
            if (parts.Length != 2 || !tokens.TryGetValue(parts[0], out var left) || !tokens.TryGetValue(parts[1], out var right)
                || !tokens.TryAdd(parts[0] + parts[1], tokens.Count))
                throw new InvalidDataException(
                    $"{path}, line {index + 1}: \"{line}\" is no merge of two tokens that the lines before have made");
            merges.Add(new(left, right, tokens.Count - 1));
        }

        return new(merges);
    }

    public static void Write(string path, BytePairTokenizer tokenizer)
    {
        string Name(int token) => ByteNames.NameOf(tokenizer.BytesOf(token).Span);
        File.WriteAllLines(path, ["#version: 0.2", .. tokenizer.Merges.Select(m => $"{Name(m.Left)} {Name(m.Right)}")]);
    }
}
