using Todoku.Knowledge;
using Todoku.Knowledge.Checking;
using Todoku.Knowledge.Sources;
using Todoku.Knowledge.Toml;
using Todoku.KnowledgeCompilation.Grading;

namespace Todoku.KnowledgeCompilation;

/// <summary>The verbs of the tool: each prints to the console and gives the exit status.</summary>
internal static class Commands
{
    public static int Usage()
    {
        Console.Error.WriteLine("""
            KnowledgeCompiler compile DIR IMAGE SOURCES     compile a knowledge folder, as the build does
            KnowledgeCompiler check [DIR]                 check all files and run every sample (default: knowledge)
            KnowledgeCompiler grade FILE [--knowledge DIR]  read the replies of a JSON Lines file and print what was read wrong
            """);
        return 2;
    }

    /// <summary>Writes the image and the archive of its sources; errors in the form that MSBuild shows as its own.</summary>
    public static int Compile(string folder, string image, string archive)
    {
        try
        {
            var files = KnowledgeFolder.Read(folder);
            var source = KnowledgeReader.Read(files);
            foreach (var problem in source.Problems) Console.WriteLine($"{Path.GetFullPath(problem.File)}({Math.Max(1, problem.Line)}): error KNOWLEDGE: {problem.Message}");
            if (source.Problems.Count > 0) return 1;
            File.WriteAllBytes(image, Knowledge.Compilation.KnowledgeCompiler.Compile(source));
            using var target = File.Create(archive);
            SourceArchive.Write(files, target);
            return 0;
        }
        catch (KnowledgeException e)
        {
            Console.WriteLine($"{e.File}(1): error KNOWLEDGE: {e.Problem}");
            return 1;
        }
    }

    public static int Check(string folder)
    {
        if (Load(folder) is not { } files) return 1;
        var source = KnowledgeReader.Read(files);
        var errors = Report(source.Problems);
        if (errors > 0)
        {
            Console.WriteLine($"{errors} errors; samples were not run");
            return 1;
        }
        var samples = Report(SampleCheck.Run(source, KnowledgeBase.From(files)));
        var unreached = Report(ShadowCheck.Run(source));
        var count = source.Rules.Sum(rule => rule.Samples.Count) + source.Blocklists.Sum(list => list.Samples.Count);
        Console.WriteLine(
            $"{source.Providers.Count} providers, {source.Rules.Count} rules, {source.Blocklists.Count} blocklists, {source.Articles.Count} articles, {source.Steps.Count} steps; "
            + $"{count - samples} of {count} samples right");
        return samples + unreached > 0 ? 1 : 0;
    }

    public static int Grade(string file, string folder)
    {
        if (Load(folder) is not { } files || Report(KnowledgeReader.Read(files).Problems) > 0) return 1;
        var grade = CorpusGrader.Grade(KnowledgeBase.From(files), File.ReadLines(file));
        foreach (var miss in grade.Misses) Console.WriteLine(miss);
        Console.WriteLine(grade);
        return 0;
    }

    private static List<SourceFile>? Load(string folder)
    {
        try
        {
            return KnowledgeFolder.Read(folder);
        }
        catch (KnowledgeException e)
        {
            Console.WriteLine(e.Message);
            return null;
        }
    }

    private static int Report(IEnumerable<SourceProblem> problems)
    {
        var count = 0;
        foreach (var problem in problems)
        {
            Console.WriteLine(problem);
            count++;
        }
        return count;
    }
}
