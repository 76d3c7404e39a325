namespace Qiansi.Charts.Rendering.Traces.Space;

/// <summary>A small part of a scene: how near it is, and what it looks like.</summary>
internal readonly record struct SpacePart(double Depth, string Markup);
