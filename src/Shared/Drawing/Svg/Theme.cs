namespace Qiansi.Drawing;

/// <summary>
/// Colours that follow the page a drawing or table stands in: JupyterLab's, Visual Studio Code's, our own pages', or none.
/// </summary>
/// <remarks>
/// Drawings use <c>currentColor</c> for ink and thin it for what is less important, so that they are readable even where a host drops
/// styles.
/// </remarks>
public static class Theme
{
    /// <summary>Text and axes.</summary>
    public const string Ink = "var(--jp-content-font-color1,var(--vscode-editor-foreground,currentColor))";

    /// <summary>Text of less weight: captions, ticks.</summary>
    public const string Soft = "var(--jp-content-font-color2,var(--vscode-descriptionForeground,currentColor))";

    /// <summary>Behind everything.</summary>
    public const string Paper = "var(--jp-layout-color1,var(--vscode-editor-background,transparent))";

    /// <summary>Rows and boxes that stand out from the paper.</summary>
    public const string Raised = "var(--jp-layout-color2,var(--vscode-editorWidget-background,rgba(127,127,127,.12)))";

    /// <summary>Thin lines between things.</summary>
    public const string Rule = "var(--jp-border-color2,var(--vscode-editorWidget-border,rgba(127,127,127,.35)))";

    /// <summary>The page's font.</summary>
    public const string Font = "var(--jp-ui-font-family,system-ui,-apple-system,'Segoe UI',sans-serif)";

    /// <summary>The page's font for code and numbers in columns.</summary>
    public const string Mono = "var(--jp-code-font-family,ui-monospace,Menlo,Consolas,monospace)";
}
