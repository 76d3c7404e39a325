using Microsoft.AspNetCore.Routing;
using Qiansi.Server.Contents;
using Qiansi.Server.Http;

namespace Qiansi.Server.Course;

/// <summary><c>/api/qiansi/solution/PATH?exercise=NAME</c>: what "Show a solution" shows.</summary>
internal sealed class SolutionRoute(RootFolder root)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/qiansi/solution/{**path}", (RequestDelegate)ShowAsync);

    private Task ShowAsync(HttpContext context)
    {
        var path = root.Resolve(context.Request.RouteValues["path"] as string ?? "");
        var exercise = context.Request.Query["exercise"].FirstOrDefault() ?? "";
        var solution = path.IsNotebook && path.Exists ? root.Work?.Solution(path.File, exercise) : null;
        // That there is none is an answer: notebooks of one's own have checks too.
        return context.JsonAsync(200, json =>
        {
            json.WriteStartObject();
            json.WriteString("exercise", exercise);
            json.WriteString("solution", solution);
            json.WriteEndObject();
        });
    }
}
