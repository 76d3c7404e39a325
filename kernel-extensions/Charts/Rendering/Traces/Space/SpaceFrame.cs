namespace Qiansi.Charts.Rendering.Traces.Space;

/// <summary>The far walls of a box of space with their grid, and the labels along its near edges.</summary>
internal static class SpaceFrame
{
    /// <summary>Draws it.</summary>
    public static void Draw(SvgWriter svg, Projection view, SpaceAxis x, SpaceAxis y, SpaceAxis z)
    {
        // Walls and floor are those that the eye sees from inside.
        var (wallX, wallY, floor) = (view.Eye.X >= 0 ? -1.0 : 1, view.Eye.Y >= 0 ? -1.0 : 1, view.Eye.Z >= 0 ? -1.0 : 1);
        var (ticksX, ticksY, ticksZ) = (x.Ticks(280), y.Ticks(280), z.Ticks(190));
        foreach (var tick in ticksX.Places.Select(x.Place))
        {
            Line(svg, view.Place(tick, -1, floor), view.Place(tick, 1, floor));
            Line(svg, view.Place(tick, wallY, -1), view.Place(tick, wallY, 1));
        }

        foreach (var tick in ticksY.Places.Select(y.Place))
        {
            Line(svg, view.Place(-1, tick, floor), view.Place(1, tick, floor));
            Line(svg, view.Place(wallX, tick, -1), view.Place(wallX, tick, 1));
        }

        foreach (var tick in ticksZ.Places.Select(z.Place))
        {
            Line(svg, view.Place(wallX, -1, tick), view.Place(wallX, 1, tick));
            Line(svg, view.Place(-1, wallY, tick), view.Place(1, wallY, tick));
        }

        Edges(svg, view, wallX, wallY, floor);
        var (middle, corner) = (view.Place(0, 0, 0), view.Place(-wallX, -wallY, floor));
        Along(svg, x, ticksX, at => view.Place(x.Place(at), -wallY, floor), view.Place(0, -wallY, floor), middle, corner);
        Along(svg, y, ticksY, at => view.Place(-wallX, y.Place(at), floor), view.Place(-wallX, 0, floor), middle, corner);
        // Heights stand at the edge that is farthest to the left.
        var (cornerX, cornerY) = view.Place(wallX, -wallY, 0).X < view.Place(-wallX, wallY, 0).X ? (wallX, -wallY) : (-wallX, wallY);
        Along(svg, z, ticksZ, at => view.Place(cornerX, cornerY, z.Place(at)), view.Place(cornerX, cornerY, 0), middle, corner,
            isUpright: true);
    }

    private static void Along(SvgWriter svg, SpaceAxis axis, TickMarks ticks, Func<double, (double X, double Y)> place,
        (double X, double Y) edge, (double X, double Y) middle, (double X, double Y) corner, bool isUpright = false)
    {
        // Labels stand outside of the box: away from its middle.
        var isLeft = edge.X < middle.X;
        for (var i = 0; i < ticks.Places.Length; i++)
        {
            var at = place(ticks.Places[i]);
            // At the corner that two axes share both labels would stand in one place.
            if (!isUpright && Math.Abs(at.X - corner.X) + Math.Abs(at.Y - corner.Y) < 14) continue;
            if (isUpright) svg.Text(at.X - 8, at.Y + 4, ticks.Labels[i], "end", TickMarks.Size, opacity: 0.8);
            else svg.Text(at.X + (isLeft ? -5 : 5), at.Y + 13, ticks.Labels[i], isLeft ? "end" : "start", TickMarks.Size, opacity: 0.8);
        }

        if (isUpright) svg.Text(edge.X - 14 - ticks.LabelWidth, edge.Y, axis.Title, "middle", rotate: -90);
        else svg.Text(edge.X + (isLeft ? -24 : 24), edge.Y + 30, axis.Title, "middle");
    }

    private static void Edges(SvgWriter svg, Projection view, double wallX, double wallY, double floor)
    {
        (double X, double Y)[] ground = [view.Place(-1, -1, floor), view.Place(1, -1, floor), view.Place(1, 1, floor),
            view.Place(-1, 1, floor)];
        svg.Polygon(ground, SvgStyle.Outline(1, 0.4));
        foreach (var (x, y) in new[] { (wallX, wallY), (wallX, -wallY), (-wallX, wallY) })
        {
            var (from, to) = (view.Place(x, y, -1), view.Place(x, y, 1));
            svg.Line(from.X, from.Y, to.X, to.Y, new SvgStyle(Stroke: "currentColor", Width: 1, Opacity: 0.4));
        }
    }

    private static void Line(SvgWriter svg, (double X, double Y) from, (double X, double Y) to) =>
        svg.Line(from.X, from.Y, to.X, to.Y, SvgStyle.Grid);
}
