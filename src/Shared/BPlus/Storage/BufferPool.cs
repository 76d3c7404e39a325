namespace Qiansi.BPlus.Storage;

/// <summary>
/// The pages in memory, so many and no more. When all places are taken, the clock's hand passes over pages that are held or were used since
/// it last came by, and takes the next.
/// </summary>
/// <remarks>Corbató, A paging experiment with the Multics system, 1968.</remarks>
internal sealed class BufferPool(int capacity, int pageSize, Action<Page> read, Action<Page> write)
{
    private readonly List<Page> _places = [];
    private int[] _placeOf = new int[64];
    private int _hand;

    /// <summary>Pages asked for that were there.</summary>
    public long Hits { get; private set; }

    /// <summary>Pages that had to be read.</summary>
    public long Reads { get; private set; }

    /// <summary>Changed pages that had to give up their place before their transaction ended.</summary>
    public long Spills { get; private set; }

    public int Pinned => _places.Count(p => p.Pins > 0);

    /// <summary>A page, read when it is not there.</summary>
    public Page Get(uint id)
    {
        if (TryPeek(id) is { } page)
        {
            Hits++;
            page.WasUsed = true;
            return page;
        }

        page = Take(id);
        Reads++;
        try
        {
            read(page);
        }
        catch
        {
            Drop(page);
            throw;
        }

        return page;
    }

    /// <summary>A place for a page that is new.</summary>
    public Page Add(uint id)
    {
        var page = Take(id);
        Array.Clear(page.Bytes);
        return page;
    }

    /// <summary>A page if it is there; asking does not count.</summary>
    public Page? TryPeek(uint id) => id < (uint)_placeOf.Length && _placeOf[id] is var place and not 0 ? _places[place - 1] : null;

    /// <summary>Forgets a page.</summary>
    public void Drop(Page page)
    {
        _placeOf[page.Id] = 0;
        (page.Id, page.IsDirty, page.Pins, page.WasUsed) = (0, false, 0, false);
    }

    /// <summary>Lets go of everything that is held.</summary>
    public void Unpin()
    {
        foreach (var page in _places) page.Pins = 0;
    }

    private Page Take(uint id)
    {
        var page = _places.Count < capacity ? Grow() : Victim();
        if (id >= _placeOf.Length) Array.Resize(ref _placeOf, (int)Math.Max(id + 1, 2 * (uint)_placeOf.Length));
        _placeOf[id] = page.Place + 1;
        (page.Id, page.IsDirty, page.WasUsed) = (id, false, true);
        return page;
    }

    private Page Grow()
    {
        var page = new Page(pageSize, _places.Count);
        _places.Add(page);
        return page;
    }

    private Page Victim()
    {
        for (var step = 0; step <= 2 * capacity; step++)
        {
            var page = _places[_hand];
            _hand = (_hand + 1) % capacity;
            if (page.Pins > 0) continue;
            if (page.WasUsed)
            {
                page.WasUsed = false;
                continue;
            }

            if (page.IsDirty)
            {
                Spills++;
                write(page);
            }

            if (page.Id != 0) _placeOf[page.Id] = 0;
            return page;
        }

        throw new InvalidOperationException($"All {capacity} pages of the pool are held at once; give it more (PoolPages).");
    }
}
