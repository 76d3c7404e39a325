namespace Qiansi.Trees.Layouts.Layered;

/// <summary>Where everything of a layered drawing stands; its left and top border are at 0.</summary>
/// <param name="X">Middles of the nodes across the layers.</param>
/// <param name="Y">Middles of the nodes along the layers.</param>
/// <param name="Layer">Layer of each node, from 0 within its part.</param>
/// <param name="Routes">One for each edge.</param>
/// <param name="Width">Extent across the layers.</param>
/// <param name="Height">Extent along the layers.</param>
internal sealed record LayeredResult(double[] X, double[] Y, int[] Layer, Route[] Routes, double Width, double Height);
