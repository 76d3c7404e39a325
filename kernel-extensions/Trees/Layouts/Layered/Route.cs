namespace Qiansi.Trees.Layouts.Layered;

/// <summary>The way of an edge, from the border of the node it leaves to the border of the node it reaches.</summary>
/// <param name="Points">
/// Two a layer: where the edge enters and leaves it, with the same place across. Between layers it bends. For a loop the control points of
/// one curve.
/// </param>
/// <param name="Label">Middle of the label, when the edge has one. It stands on a leg that passes a layer.</param>
/// <param name="IsLoop">Begins and ends at the same node.</param>
internal sealed record Route(IReadOnlyList<(double X, double Y)> Points, (double X, double Y)? Label = null, bool IsLoop = false)
{
    /// <summary>The same way, moved.</summary>
    public Route Moved(double x, double y) =>
        new([.. Points.Select(p => (p.X + x, p.Y + y))], Label is { } label ? (label.X + x, label.Y + y) : null, IsLoop);

    /// <summary>The same way in the other direction.</summary>
    public Route Reversed() => this with { Points = [.. Points.Reverse()] };
}
