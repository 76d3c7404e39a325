using System.Globalization;
using DuckDB.NET.Data;
using Microsoft.Data.Analysis;
using Qiansi.Contracts;
using Qiansi.SqlCells.Tables;
using Qiansi.SqlCells.Text;

namespace Qiansi.SqlCells.Running;

/// <summary>One cell: its statements one after the other, each with its result.</summary>
internal sealed class SqlCell(CodeBlock block, string? name, Database database, SessionValues values)
{
    private static readonly string[] Changing = ["insert", "update", "delete", "merge"];

    public async Task<CellStatus> ExecuteAsync(ICellContext context)
    {
        DataFrame? last = null;
        foreach (var (start, text, tokens) in SqlText.Statements(block.Code))
        {
            try
            {
                var result = await Task.Run(() => Run(text, tokens, context), CancellationToken.None);
                if (result.Frame is not null && name is null) context.Output.Display(context.Render(result.Frame));
                if (result.Changed is { } rows)
                    context.Output.Display(MimeBundle.Of("text/plain",
                        string.Create(CultureInfo.InvariantCulture, $"{rows:N0} row{(rows == 1 ? "" : "s")} changed")));
                last = result.Frame ?? last;
            }
            catch (OperationCanceledException) when (context.Cancellation.IsCancellationRequested)
            {
                var message = $"{block.CellName} was interrupted.";
                context.Output.Error(new("Interrupted", message, [message]));
                return CellStatus.Interrupted;
            }
            catch (Exception e) when (e is DuckDBException or InvalidOperationException or SqlCellException)
            {
                context.Output.Error(SqlError.Of(e, block, start));
                return CellStatus.Error;
            }
        }

        if (name is null) return CellStatus.Ok;
        if (last is null) throw new DirectiveException($"#!sql: --name {name} keeps a result, and no statement of the cell has one.");
        await values.KeepAsync(name, last);
        return CellStatus.Ok;
    }

    private (DataFrame? Frame, long? Changed) Run(string text, List<SqlToken> tokens, ICellContext context)
    {
        if (tokens.FirstOrDefault(t => t.Kind == SqlTokenKind.AtName) is { Text: { } at } wrong)
            throw new SqlCellException($"@{at} is the absolute value of a column in DuckDB, no parameter: write ${at} for the variable "
                + $"{at}, or abs({at}).", wrong.Start - tokens[0].Start);
        foreach (var word in tokens.Where(t => t.Kind == SqlTokenKind.Word).DistinctBy(t => t.Text))
            if (values.TryFind(word.Text, out var value) && SessionTable.Of(value) is { } table) database.Offer(word.Text, table);

        using var command = database.Command(text);
        foreach (var parameter in tokens.Where(t => t.Kind == SqlTokenKind.Parameter).DistinctBy(t => t.Text))
        {
            command.Parameters.Add(new DuckDBParameter(parameter.Text, values.TryFind(parameter.Text, out var value) ? value
                : throw new SqlCellException($"${parameter.Text}: no variable of the session has this name.",
                    parameter.Start - tokens[0].Start)));
        }

        using var stop = context.Cancellation.Register(command.Cancel);
        if (Changing.Contains(tokens[0].Text, StringComparer.OrdinalIgnoreCase)
            && !tokens.Any(t => t.Text.Equals("returning", StringComparison.OrdinalIgnoreCase))) return (null, command.ExecuteNonQuery());
        using var reader = command.ExecuteReader();
        return (reader.FieldCount == 0 ? null : ResultFrame.Of(reader, context.Cancellation), null);
    }
}
