using Atkaruu.Modules.Intake.Office;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.XObjects;

namespace Atkaruu.Modules.Intake.Pdf;

/// <summary>
/// Draws a page on nothing and remembers the letters and the straight lines. Pictures, shades, curves and scripts are passed
/// over; slanted and upright text (stamps, watermarks) too.
/// </summary>
internal sealed class LayoutProcessor(
    int pageNumber, IResourceStore resources, IPdfTokenScanner scanner, IPageContentParser parser, ILookupFilterProvider filters, CropBox cropBox,
    UserSpaceUnit unit, PageRotationDegrees rotation, in TransformationMatrix initialMatrix, ParsingOptions options, PdfBudget budget)
    : BaseStreamProcessor<PageLayout>(pageNumber, resources, scanner, parser, filters, cropBox, unit, rotation, initialMatrix, options)
{
    private const int MaxStates = 256, MaxFormDepth = 12;
    private const double Thin = 3.5, Straight = 0.7, Shortest = 2;

    private readonly List<Glyph> _glyphs = [];
    private readonly List<Ruling> _rulings = [];
    private readonly List<List<PdfPoint>> _path = [];
    private bool _isCurved;
    private int _formDepth;

    public PageLayout Layout(IReadOnlyList<IGraphicsStateOperation> operations, double width, double height)
    {
        budget.Page();
        CloneAllStates();
        ProcessOperations(operations);
        return new(PageNumber, width, height, _glyphs, _rulings);
    }

    public override PageLayout Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations) => Layout(operations, 0, 0);

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (var operation in operations)
        {
            budget.Operation();
            operation.Run(this);
        }
    }

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        budget.Form();
        if (_formDepth >= MaxFormDepth) return;
        _formDepth++;
        base.ProcessFormXObject(formStream, xObjectName);
        _formDepth--;
    }

    public override void PushState()
    {
        if (GraphicsStack.Count > MaxStates) throw ZipDirectory.Bomb();
        base.PushState();
    }

    public override void RenderGlyph(IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset,
        in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix, CharacterBoundingBox characterBoundingBox)
    {
        budget.Glyph();
        var start = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 0))));
        var end = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(characterBoundingBox.Width, 0))));
        var top = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 1))));
        var size = top.Y - start.Y;
        var isLevel = size > 0.5 && Math.Abs(end.Y - start.Y) < 0.1 * size && end.X >= start.X;
        if (isLevel && double.IsFinite(start.X + end.X + start.Y + size)) _glyphs.Add(new(unicode, start.X, end.X, start.Y, size));
    }

    public override void MoveTo(double x, double y)
    {
        CurrentPosition = At(x, y);
        _path.Add([CurrentPosition]);
    }

    public override void LineTo(double x, double y)
    {
        CurrentPosition = At(x, y);
        if (_path.Count > 0) _path[^1].Add(CurrentPosition);
    }

    public override void Rectangle(double x, double y, double width, double height) =>
        _path.Add([At(x, y), At(x + width, y), At(x + width, y + height), At(x, y + height), At(x, y)]);

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => Curve(x3, y3);

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) => Curve(x3, y3);

    public override void StrokePath(bool close)
    {
        if (close) CloseSubpath();
        Stroke();
        _path.Clear();
        _isCurved = false;
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
        Fill();
        _path.Clear();
        _isCurved = false;
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close) => StrokePath(close);

    public override PdfPoint? CloseSubpath()
    {
        if (_path.Count == 0) return null;
        _path[^1].Add(_path[^1][0]);
        return _path[^1][0];
    }

    public override void EndPath()
    {
        _path.Clear();
        _isCurved = false;
    }

    public override void ClosePath() => EndPath();

    public override void BeginSubpath() { }

    public override void ModifyClippingIntersect(FillingRule clippingRule) { }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) { }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) { }

    protected override void RenderInlineImage(InlineImage inlineImage) { }

    public override void BeginInlineImage() { }

    public override void SetInlineImageProperties(IReadOnlyDictionary<NameToken, IToken> properties) { }

    public override void EndInlineImage(Memory<byte> bytes) { }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties) { }

    public override void EndMarkedContent() { }

    public override void PaintShading(NameToken shadingName) { }

    private PdfPoint At(double x, double y) => CurrentTransformationMatrix.Transform(new PdfPoint(x, y));

    private void Curve(double x, double y)
    {
        _isCurved = true;
        LineTo(x, y);
    }

    private void Stroke()
    {
        if (_isCurved) return;
        foreach (var points in _path)
            for (var i = 1; i < points.Count; i++)
                Add(Math.Min(points[i - 1].X, points[i].X), Math.Min(points[i - 1].Y, points[i].Y),
                    Math.Max(points[i - 1].X, points[i].X), Math.Max(points[i - 1].Y, points[i].Y), Straight);
    }

    /// <summary>Word and browsers draw lines as filled rectangles; a larger filled one is the shade of a cell.</summary>
    private void Fill()
    {
        if (_isCurved) return;
        foreach (var points in _path.Where(p => p.Count >= 4))
            Add(points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y), Thin);
    }

    private void Add(double left, double bottom, double right, double top, double thin)
    {
        var (width, height) = (right - left, top - bottom);
        if (!double.IsFinite(left + bottom + right + top)) return;
        if (height <= thin && width > Math.Max(Shortest, height)) Keep(new(true, (bottom + top) / 2, left, right));
        else if (width <= thin && height > Math.Max(Shortest, width)) Keep(new(false, (left + right) / 2, bottom, top));
    }

    private void Keep(Ruling ruling)
    {
        budget.Ruling();
        _rulings.Add(ruling);
    }
}
