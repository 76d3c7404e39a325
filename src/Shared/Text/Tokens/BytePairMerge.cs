namespace Qiansi.Text;

/// <summary>Two tokens that become one wherever they stand side by side.</summary>
/// <param name="Left">The first.</param>
/// <param name="Right">The second.</param>
/// <param name="Token">What they become.</param>
public readonly record struct BytePairMerge(int Left, int Right, int Token);
