namespace Qiansi.Trees.Tests;

/// <summary>A node of a binary search tree.</summary>
internal sealed class SearchNode(int key)
{
    public int Key { get; } = key;

    public SearchNode? Left { get; private set; }

    public SearchNode? Right { get; private set; }

    public static SearchNode Of(params int[] keys)
    {
        var root = new SearchNode(keys[0]);
        foreach (var key in keys[1..]) root.Insert(key);
        return root;
    }

    public void Insert(int key)
    {
        var at = this;
        while ((key < at.Key ? at.Left : at.Right) is { } next) at = next;
        if (key < at.Key) at.Left = new(key);
        else at.Right = new(key);
    }
}
