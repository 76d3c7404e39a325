namespace Qiansi.Data.Digits;

/// <summary>The strokes of the ten digits as people write them, in a box from (0, 0) at the upper left to (1, 1).</summary>
internal static class DigitSkeletons
{
    /// <summary>The ways a digit is written; each is a list of strokes, each stroke a smooth curve through its points.</summary>
    public static readonly (float X, float Y)[][][][] Variants =
    [
        [[Ellipse(0.5f, 0.5f, 0.32f, 0.46f)], [Ellipse(0.5f, 0.5f, 0.26f, 0.45f)]],
        [[[(0.5f, 0.05f), (0.5f, 0.5f), (0.5f, 0.95f)]],
            [[(0.32f, 0.25f), (0.45f, 0.16f), (0.54f, 0.05f)], [(0.54f, 0.05f), (0.54f, 0.5f), (0.54f, 0.95f)]]],
        [
            [[(0.2f, 0.25f), (0.32f, 0.1f), (0.5f, 0.05f), (0.7f, 0.13f), (0.74f, 0.32f), (0.62f, 0.52f), (0.4f, 0.74f), (0.2f, 0.94f)],
                [(0.2f, 0.94f), (0.5f, 0.93f), (0.82f, 0.93f)]],
            [[(0.22f, 0.2f), (0.45f, 0.05f), (0.72f, 0.15f), (0.7f, 0.4f), (0.5f, 0.68f), (0.3f, 0.9f), (0.2f, 0.82f), (0.34f, 0.76f),
                (0.58f, 0.9f), (0.82f, 0.88f)]],
        ],
        [[[(0.22f, 0.14f), (0.45f, 0.05f), (0.7f, 0.12f), (0.72f, 0.3f), (0.58f, 0.44f), (0.42f, 0.47f)],
            [(0.42f, 0.47f), (0.66f, 0.52f), (0.78f, 0.7f), (0.66f, 0.9f), (0.42f, 0.96f), (0.2f, 0.86f)]]],
        [
            [[(0.3f, 0.06f), (0.24f, 0.3f), (0.18f, 0.56f)], [(0.18f, 0.56f), (0.5f, 0.54f), (0.84f, 0.52f)],
                [(0.7f, 0.08f), (0.67f, 0.5f), (0.64f, 0.95f)]],
            [[(0.64f, 0.05f), (0.4f, 0.34f), (0.16f, 0.64f)], [(0.16f, 0.64f), (0.5f, 0.63f), (0.86f, 0.62f)],
                [(0.64f, 0.05f), (0.64f, 0.5f), (0.63f, 0.95f)]],
        ],
        [[[(0.76f, 0.07f), (0.54f, 0.07f), (0.3f, 0.09f)], [(0.3f, 0.09f), (0.27f, 0.28f), (0.25f, 0.44f)],
            [(0.25f, 0.44f), (0.5f, 0.38f), (0.74f, 0.5f), (0.77f, 0.72f), (0.6f, 0.92f), (0.38f, 0.95f), (0.2f, 0.85f)]]],
        [[[(0.66f, 0.05f), (0.46f, 0.18f), (0.3f, 0.42f), (0.24f, 0.68f), (0.34f, 0.9f), (0.54f, 0.95f), (0.72f, 0.82f), (0.72f, 0.64f),
            (0.56f, 0.52f), (0.38f, 0.56f), (0.26f, 0.7f)]]],
        [
            [[(0.18f, 0.08f), (0.5f, 0.08f), (0.82f, 0.07f)], [(0.82f, 0.07f), (0.62f, 0.38f), (0.48f, 0.66f), (0.4f, 0.96f)]],
            [[(0.18f, 0.1f), (0.5f, 0.08f), (0.8f, 0.07f)], [(0.8f, 0.07f), (0.6f, 0.42f), (0.42f, 0.96f)],
                [(0.36f, 0.52f), (0.54f, 0.5f), (0.72f, 0.49f)]],
        ],
        [
            [[(0.68f, 0.16f), (0.5f, 0.05f), (0.32f, 0.14f), (0.34f, 0.32f), (0.52f, 0.46f), (0.7f, 0.62f), (0.72f, 0.84f), (0.5f, 0.96f),
                (0.28f, 0.84f), (0.3f, 0.62f), (0.5f, 0.46f), (0.66f, 0.32f), (0.68f, 0.16f)]],
            [Ellipse(0.5f, 0.27f, 0.2f, 0.21f), Ellipse(0.5f, 0.71f, 0.25f, 0.23f)],
        ],
        [[[(0.72f, 0.3f), (0.6f, 0.44f), (0.42f, 0.47f), (0.28f, 0.34f), (0.32f, 0.14f), (0.52f, 0.06f), (0.7f, 0.16f), (0.73f, 0.32f),
            (0.7f, 0.64f), (0.62f, 0.95f)]]],
    ];

    private static (float X, float Y)[] Ellipse(float x, float y, float radiusX, float radiusY)
    {
        const int Points = 12;
        return [.. Enumerable.Range(0, Points + 1)
            .Select(i => (x + radiusX * MathF.Sin(2 * MathF.PI * i / Points), y - radiusY * MathF.Cos(2 * MathF.PI * i / Points)))];
    }
}
