using System.Runtime.CompilerServices;

namespace Qiansi.Amazons;

/// <summary>
/// The nodes of a search tree in arrays that are made once: it takes no more memory than it was given, and leaves the garbage collector
/// nothing to do while a clock runs.
/// </summary>
/// <param name="bytes">Memory at most.</param>
/// <param name="width">Most moves of a node.</param>
internal sealed class SearchTree(long bytes, int width)
{
    /// <summary>No node.</summary>
    public const int None = -1;

    private const int Fewest = 64;

    // About every third node is visited twice and keeps its moves; those take a quarter of the memory for nodes, three quarters for moves.
    private readonly Node[] _nodes = GC.AllocateUninitializedArray<Node>(CountIn(bytes / 4, Unsafe.SizeOf<Node>()));
    private readonly Move[] _moves = GC.AllocateUninitializedArray<Move>(CountIn(bytes / 4 * 3, Unsafe.SizeOf<Move>() * width) * width);
    private int _usedNodes, _usedBlocks, _freeNode = None;
    private readonly Stack<int> _freeBlocks = [];

    /// <summary>A position of the tree.</summary>
    internal struct Node
    {
        /// <summary>Sum of the chances of the side to move here.</summary>
        public double Chances;

        public int Visits;

        /// <summary>The children, each with the next one; <see cref="None"/> at the end.</summary>
        public int FirstChild, NextSibling;

        /// <summary>Where the moves are that may become children; <see cref="None"/> until the second visit.</summary>
        public int Block;

        public ushort Moves, Children;

        /// <summary>What led here.</summary>
        public Move Move;

        /// <summary>1: the side to move wins; −1: it loses; 0: not known.</summary>
        public sbyte Proven;
    }

    /// <summary>Nodes in use.</summary>
    public int Count { get; private set; }

    /// <summary>Memory in use, in bytes.</summary>
    public long Bytes => (long)Count * Unsafe.SizeOf<Node>() + (long)(_usedBlocks - _freeBlocks.Count) * width * Unsafe.SizeOf<Move>();

    /// <summary>Memory at most, in bytes.</summary>
    public long Capacity => (long)_nodes.Length * Unsafe.SizeOf<Node>() + (long)_moves.Length * Unsafe.SizeOf<Move>();

    public ref Node this[int node] => ref _nodes[node];

    /// <summary>The moves of a node that was opened, the most promising first.</summary>
    public ReadOnlySpan<Move> MovesOf(int node) => _moves.AsSpan(_nodes[node].Block * width, _nodes[node].Moves);

    /// <summary>A new node without parent; <see cref="None"/> when there is no memory.</summary>
    public int Add(Move move)
    {
        var node = _freeNode;
        if (node != None) _freeNode = _nodes[node].NextSibling;
        else if (_usedNodes < _nodes.Length) node = _usedNodes++;
        else return None;
        Count++;
        _nodes[node] = new() { Move = move, FirstChild = None, NextSibling = None, Block = None };
        return node;
    }

    /// <summary>A new child; <see cref="None"/> when there is no memory.</summary>
    public int AddChild(int parent, Move move)
    {
        var child = Add(move);
        if (child == None) return None;
        ref var node = ref _nodes[parent];
        _nodes[child].NextSibling = node.FirstChild;
        node.FirstChild = child;
        node.Children++;
        return child;
    }

    /// <summary>Room for the moves of a node; empty when there is no memory.</summary>
    public Span<Move> Open(int node)
    {
        if (!_freeBlocks.TryPop(out var block))
        {
            if ((_usedBlocks + 1) * width > _moves.Length) return [];
            block = _usedBlocks++;
        }

        _nodes[node].Block = block;
        return _moves.AsSpan(block * width, width);
    }

    /// <summary>Gives everything back.</summary>
    public void Clear()
    {
        (Count, _usedNodes, _usedBlocks, _freeNode) = (0, 0, 0, None);
        _freeBlocks.Clear();
    }

    /// <summary>Gives a node and all below it back, but for one of them and what is below that.</summary>
    public void Free(int node, int but)
    {
        if (node == but) return;
        for (var (child, next) = (_nodes[node].FirstChild, None); child != None; child = next)
        {
            next = _nodes[child].NextSibling;
            Free(child, but);
        }

        if (_nodes[node].Block != None) _freeBlocks.Push(_nodes[node].Block);
        _nodes[node].NextSibling = _freeNode;
        _freeNode = node;
        Count--;
    }

    private static int CountIn(long bytes, int size) => (int)Math.Clamp(bytes / size, Fewest, Array.MaxLength / Math.Max(size, 64));
}
