using Qiansi.Engine.Languages;
using Qiansi.Engine.Languages.Http;

namespace Qiansi.Engine.Directives.BuiltIn;

/// <summary>The languages and directives every session has besides C#.</summary>
internal static class BuiltIns
{
    /// <summary>Adds them to a session.</summary>
    public static void AddTo(ISession session)
    {
        session.Add(new HtmlLanguage());
        session.Add(new HttpLanguage());
        session.Add(new JavaScriptLanguage());
        session.Add(new MarkdownLanguage());
        session.Add(new MermaidLanguage());
        session.Add(new ValueLanguage());
        session.Add(new AboutDirective());
        session.Add(new ImportDirective());
        session.Add(new ListMagicDirective());
        session.Add(new RestartDirective());
        session.Add(new SetDirective());
        session.Add(new ShareDirective());
        session.Add(new TimeDirective());
        session.Add(new UnguardedDirective());
        session.Add(new WhoDirective());
        session.Add(new WhosDirective());
    }
}
