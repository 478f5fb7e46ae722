using System.Text;
using Todoku.Knowledge.Sources;
using Todoku.Mail;

namespace Todoku.Knowledge.Tests;

/// <summary>Makes knowledge out of a few lines, and reads with it.</summary>
internal static class TestKnowledge
{
    private static readonly Lazy<KnowledgeBase> OfProgram = new(KnowledgeBase.LoadEmbedded);

    /// <summary>The knowledge of the program.</summary>
    public static KnowledgeBase Embedded => OfProgram.Value;

    /// <summary>Knowledge of the files given: path and text.</summary>
    public static KnowledgeBase Of(params (string Path, string Text)[] files) => KnowledgeBase.From(Files(files));

    public static List<SourceFile> Files(params (string Path, string Text)[] files) => [.. files.Select(file => new SourceFile(file.Path, file.Text, file.Path))];

    /// <summary>A rule with what every rule must have.</summary>
    public static string Rule(string id, string cause, string body) =>
        $"[[rule]]\nid = \"{id}\"\ncause = \"{cause}\"\nsource = \"test\"\ndate = \"2026-11\"\nsamples = [\"x\"]\n{body}\n";

    /// <summary>A provider file.</summary>
    public static (string Path, string Text) Provider(string id, string identify, string rules = "") =>
        ($"providers/{id}.toml", $"id = \"{id}\"\nname = {{ en = \"{id} en\", ja = \"{id} ja\" }}\n[identify]\n{identify}\n{rules}");

    extension(KnowledgeBase knowledge)
    {
        public Reading Read(string reply, string relay = "", string recipient = "", SmtpStage stage = SmtpStage.Unknown, bool isLocal = false, string status = "") =>
            knowledge.Read(Encoding.UTF8.GetBytes(reply), new ReadingContext
            {
                RelayHost = Encoding.UTF8.GetBytes(relay),
                RecipientDomain = Encoding.UTF8.GetBytes(recipient),
                Stage = stage,
                IsLocal = isLocal,
                LoggedStatus = EnhancedStatusCode.TryParsePrefix(Encoding.UTF8.GetBytes(status), out var code, out _) ? code : default,
            });

        public string Identify(string relay, string reply = "", string recipient = "") =>
            knowledge.Identify(Encoding.UTF8.GetBytes(relay), Encoding.UTF8.GetBytes(reply), Encoding.UTF8.GetBytes(recipient)).Id;

        public List<(string Name, string Value)> Values(string reply)
        {
            var bytes = Encoding.UTF8.GetBytes(reply);
            return [.. knowledge.ExtractValues(bytes, knowledge.Read(bytes, default)).Select(value => (value.Name, value.Value))];
        }
    }
}
