namespace Qiansi.Engine.Running;

/// <summary>Tells work that cells left running when what it changes is gone from the page. Cells nobody asks for cost nothing.</summary>
internal sealed class CellClosings
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, CancellationTokenSource> _cells = new(StringComparer.Ordinal);
    private CancellationTokenSource _session = new();
    private bool _isClosed;

    /// <summary>Cancelled when the cell runs again (where the front end says which cell it is),
    /// or the session is restarted or ends.</summary>
    public CancellationToken Of(string? id)
    {
        lock (_gate)
        {
            if (_isClosed) return new(canceled: true);
            if (id is null) return _session.Token;
            if (!_cells.TryGetValue(id, out var cell)) _cells[id] = cell = CancellationTokenSource.CreateLinkedTokenSource(_session.Token);
            return cell.Token;
        }
    }

    /// <summary>A cell begins to run, so that what it showed before is gone.</summary>
    public void Begin(string? id)
    {
        CancellationTokenSource? cell;
        lock (_gate)
        {
            if (id is null || !_cells.Remove(id, out cell)) return;
        }

        cell.Cancel();
        cell.Dispose();
    }

    /// <summary>The session begins anew.</summary>
    public void Restart() => End(new());

    /// <summary>The session ends; whoever asks from now on is too late.</summary>
    public void End()
    {
        lock (_gate) _isClosed = true;
        End(_session);
    }

    private void End(CancellationTokenSource next)
    {
        CancellationTokenSource session;
        lock (_gate)
        {
            (session, _session) = (_session, next);
            _cells.Clear();
        }

        session.Cancel();
    }
}
