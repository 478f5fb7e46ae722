using Todoku.KnowledgeCompilation;

return args switch
{
    ["compile", var folder, var image, var archive] => Commands.Compile(folder, image, archive),
    ["check", .. var rest] when rest.Length <= 1 => Commands.Check(rest is [var folder] ? folder : "knowledge"),
    ["grade", var file, .. var rest] when rest is [] or ["--knowledge", _] => Commands.Grade(file, rest is [_, var folder] ? folder : "knowledge"),
    _ => Commands.Usage(),
};
