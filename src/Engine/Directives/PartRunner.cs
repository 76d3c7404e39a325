namespace Qiansi.Engine.Directives;

/// <summary>Runs the parts of a cell one after the other, on the caller's synchronisation context.</summary>
public static class PartRunner
{
    /// <summary>Runs parts until one does not end well; directives that wrap get the remaining parts to run.</summary>
    /// <param name="parts">What <see cref="DirectiveParser.Parse"/> gave.</param>
    /// <param name="context">The running cell.</param>
    /// <returns>The status of the part that stopped the cell, or <see cref="CellStatus.Ok"/>.</returns>
    /// <remarks>A directive's exception becomes an error in the sink; a language reports its own.</remarks>
    public static Task<CellStatus> RunAsync(IReadOnlyList<CellPart> parts, ICellContext context) => RunAsync(parts, 0, context);

    private static async Task<CellStatus> RunAsync(IReadOnlyList<CellPart> parts, int first, ICellContext context)
    {
        for (var i = first; i < parts.Count; i++)
        {
            CellStatus status;
            if (parts[i] is LanguagePart block)
            {
                // A block that ran can raise only through the arguments of its line, so the directive's errors are the ones caught.
                status = block.Invocation is null
                    ? await block.ExecuteAsync(context)
                    : await Reported("#!" + block.Language.Name, () => block.ExecuteAsync(context), context);
            }
            else
            {
                var (directive, invocation) = (DirectivePart)parts[i];
                if (directive is IWrappingDirective wrapping)
                {
                    var next = i + 1;
                    return await Reported("#!" + directive.Name,
                        () => wrapping.InvokeAroundAsync(invocation, context, () => RunAsync(parts, next, context)), context);
                }

                status = await Reported("#!" + directive.Name, () => Invoke(directive, invocation, context), context);
            }

            if (status != CellStatus.Ok) return status;
        }

        return CellStatus.Ok;
    }

    private static async Task<CellStatus> Invoke(IDirective directive, DirectiveInvocation invocation, ICellContext context)
    {
        await directive.InvokeAsync(invocation, context);
        return CellStatus.Ok;
    }

    private static async Task<CellStatus> Reported(string name, Func<Task<CellStatus>> run, ICellContext context)
    {
        try
        {
            context.Cancellation.ThrowIfCancellationRequested();
            return await run();
        }
        catch (OperationCanceledException) when (context.Cancellation.IsCancellationRequested)
        {
            context.Output.Error(new CellError("Interrupted", $"{name} was interrupted.", [$"{name} was interrupted."]));
            return CellStatus.Interrupted;
        }
        catch (DirectiveException e)
        {
            context.Output.Error(ErrorOf(e));
            return CellStatus.Error;
        }
        catch (Exception e)
        {
            var message = $"{name}: {e.Message}";
            context.Output.Error(
                new CellError(e.GetType().Name, message, [message, .. (e.StackTrace ?? "").Split('\n').Select(l => l.TrimEnd())]));
            return CellStatus.Error;
        }
    }

    /// <summary>What a sink is told of a directive's error, also one found while parsing.</summary>
    public static CellError ErrorOf(DirectiveException exception) =>
        new("DirectiveError", exception.Message, exception.Message.Split('\n'));
}
